//! Spans of code that are nothing but a placeholder: they may stand for their value or for
//! themselves.

use keyfill::core::slot::{Code, Language, Prose, Setting};

use super::{judged, said};

fn word(before: &str, span: &str, after: &str, setting: Setting<'_>) -> &'static str {
    let prose = Prose { before, after, setting };
    let code = Code { prose: Some(prose), ..Code::block(span, Language::Unknown) };
    let all = judged(&code);
    assert_eq!(all.len(), 1, "{span}");
    said(all[0].1).0
}

#[test]
fn a_sentence_about_a_placeholder_keeps_it() {
    for (before, span, after, expected) in [
        ("Replace ", "<seconds>", " with the number of seconds.", "no"),
        ("Replacing ", "<region>", " is up to you.", "no"),
        ("Replace <seconds> with a number, and ", "<bucket>", ".", "no"),
        ("Use your region instead of ", "<region>", ".", "no"),
        ("In place of ", "<endpoint>", ", write yours.", "no"),
        ("where ", "<bucket>", " is the name of your bucket", "no"),
        ("Substitute ", "<endpoint>", ".", "no"),
        ("The placeholder ", "<region>", ".", "no"),
        ("Change ", "<region>", " to yours.", "no"),
        ("", "<region>", " is the region.", "no"),
        ("", "<region>", ": the region", "no"),
        ("", "<region>", " – the region", "no"),
        ("", "<region>", " stands for the region.", "no"),
        ("Here ", "<object>", " means its name.", "no"),
        ("Ersetzen Sie ", "<region>", " durch Ihre Region.", "no"),
        ("Ersätt ", "<region>", " med din region.", "no"),
        ("Remplacez ", "<region>", " par la vôtre.", "no"),
        // Another sentence says nothing of it, and a word with such letters in it does not.
        ("Replace the file. Then go to region ", "<region>", ".", "press"),
        ("It is left unchanged in ", "<region>", ".", "press"),
    ] {
        assert_eq!(word(before, span, after, Setting::Text), expected, "{before}{span}{after}");
    }
}

#[test]
fn a_label_makes_an_address_or_a_region_sure() {
    for (before, span, expected) in [
        ("Server: ", "<endpoint>", "yes"),
        ("Set S3 Endpoint to: ", "<s3-host>", "yes"),
        ("Region :", "<region>", "yes"),
        ("Your region is ", "<region>", "press"),
        ("Use ", "<endpoint>", "press"),
        // What is the reader's own is not known to stand for itself.
        ("Bucket: ", "<bucket>", "press"),
        ("Access key: ", "<access-key>", "press"),
        ("Project ID: ", "<project-id>", "press"),
        ("Secret Access Key: ", "<secret-key>", "press"),
        ("Secret key: ", "<secret-key>", "press"),
        ("Password: ", "<secret-key>", "no"),
        ("It is ", "<secret-key>", "no"),
        ("Replace this: ", "<region>", "no"),
    ] {
        assert_eq!(word(before, span, "", Setting::Text), expected, "{before}{span}");
    }
}

#[test]
fn cells_of_tables_hold_values_unless_they_list_placeholders() {
    for (head, row, first, span, expected) in [
        ("Value", "Region", false, "<region>", "yes"),
        ("", "Endpoint", false, "<endpoint>", "yes"),
        ("Value", "Bucket", false, "<bucket>", "press"),
        ("Value", "Secret Access Key", false, "<secret-key>", "press"),
        ("Value", "Password", false, "<secret-key>", "no"),
        ("Placeholder", "", true, "<region>", "no"),
        ("Replace this", "x", false, "<region>", "no"),
        ("Name", "", true, "<region>", "press"),
        ("Region", "", true, "<region>", "yes"),
        ("", "", true, "<region>", "press"),
    ] {
        let setting = Setting::Cell { head, row, first };
        assert_eq!(word("", span, "", setting), expected, "{head} {row} {span}");
    }
    assert_eq!(word("", "<region>", "", Setting::Term), "no");
}

#[test]
fn a_span_with_more_than_a_placeholder_is_read_by_itself() {
    for (span, expected) in [
        ("--region <region>", "yes"),
        ("https://s3-<region>.example:8080", "yes"),
        ("AWS_SECRET_ACCESS_KEY=<secret-key>", "yes"),
        ("s3://<bucket>", "yes"),
        ("List<Object>", "no"),
        ("ssh -i <secret>", "no"),
    ] {
        assert_eq!(word("Replace it in ", span, " with yours.", Setting::Text), expected, "{span}");
    }
}
