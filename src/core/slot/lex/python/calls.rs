//! What Python's functions make of the strings that they are given.
//!
//! As with the programs of a shell: a function that is not here may read a string again, as a
//! command, a pattern or a format, and takes plain values only.

use crate::core::slot::reading::Take;

/// Functions and methods that take a string as it is: files, what prints, and the clients of
/// object stores and of OpenStack.
const TAKING: &str = "open Path PurePath print pprint str repr len bytes dict list tuple set \
    Session client resource Config TransferConfig Bucket Object ObjectSummary Minio S3FileSystem \
    download_file upload_file download_fileobj upload_fileobj get_object put_object head_object \
    delete_object copy_object list_objects list_objects_v2 list_object_versions list_buckets \
    generate_presigned_url generate_presigned_post create_bucket delete_bucket head_bucket \
    get_bucket_location create_multipart_upload upload_part complete_multipart_upload \
    abort_multipart_upload get_object_acl put_object_acl get_object_tagging get_waiter \
    get_paginator paginate fput_object fget_object stat_object remove_object make_bucket \
    remove_bucket bucket_exists presigned_get_object presigned_put_object get_presigned_url \
    connect Connection get_server find_server create_server delete_server get_image find_image \
    find_flavor find_network find_project get_project get_container put_container \
    create_container delete_container head_container upload_object download_object \
    create_object get_object_metadata";

/// What stands before a bracket that is no call.
const KEYWORDS: &str = "if in return and or not is else elif while assert yield lambda for with \
    as await import from";

/// What the function with this name, `re.match` or `s3.get_object`, makes of its arguments.
pub(super) fn of(name: &str) -> Take {
    let (module, function) = name.rsplit_once('.').unwrap_or(("", name));
    if module == "re" || module == "regex" {
        Take::PATTERN
    } else if has(TAKING, function) {
        Take::ONCE
    } else {
        Take::UNKNOWN
    }
}

/// Whether `name` is a word of the language, after which a bracket is no call.
pub(super) fn is_keyword(name: &str) -> bool {
    has(KEYWORDS, name)
}

/// Whether something is known of `name`.
pub(super) fn is_known(name: &str) -> bool {
    has(TAKING, name)
}

fn has(names: &str, name: &str) -> bool {
    !name.is_empty() && names.split_ascii_whitespace().any(|known| known == name)
}
