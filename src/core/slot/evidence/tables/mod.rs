//! What is known of names, programs, libraries and words: the data of the rules.
//!
//! Each table is one list of texts, and [`ALL`] has them all, so that they can be handed on.

pub(super) mod names;
pub(super) mod products;
pub(super) mod programs;
pub(super) mod sentences;
pub(super) mod types;

/// Every table with its name, in the form of `static.json`.
pub const ALL: [(&str, &[&str]); 38] = [
    ("names_of_keys", &names::OF_KEYS),
    ("names_of_access_keys", &names::ACCESS),
    ("names_of_secret_keys", &names::SECRET),
    ("short_names_of_access_keys", &names::SHORT_ACCESS),
    ("short_names_of_secret_keys", &names::SHORT_SECRET),
    ("names_of_buckets", &names::OF_BUCKETS),
    ("names_of_files", &names::OF_FILES),
    ("names_of_ids", &names::OF_IDS),
    ("names_of_keystone", &names::OF_KEYSTONE),
    ("names_of_other_secrets", &names::OF_OTHER_SECRETS),
    ("words_of_other_secrets", &names::OTHER_SECRET_WORDS),
    ("names_of_clusters", &names::OF_CLUSTERS),
    ("names_of_kinds", &names::KINDS),
    ("words_of_endpoints", &names::ENDPOINTS),
    ("words_of_other_addresses", &names::OTHER_ADDRESSES),
    ("hosts_of_formats", &names::OF_FORMATS),
    ("store_programs", &programs::STORE),
    ("store_programs_with_passwords", &programs::WITH_PASSWORDS),
    ("store_images", &programs::IMAGES),
    ("store_services_of_aws", &programs::AWS_SERVICES),
    ("flags_of_aws", &programs::AWS_FLAGS),
    ("other_commands_of_store_programs", &programs::OTHER_COMMANDS),
    ("openstack_programs", &programs::OPENSTACK),
    ("words_about_other_ids", &programs::ABOUT_OTHERS),
    ("cloud_programs", &programs::CLOUDS),
    ("slots_of_cloud_programs", &programs::CLOUD_SLOTS),
    ("cluster_programs", &programs::CLUSTERS),
    ("slots_of_cluster_programs", &programs::CLUSTER_SLOTS),
    ("wrappers", &programs::WRAPPERS),
    ("containers", &programs::CONTAINERS),
    ("store_libraries", &products::LIBRARIES),
    ("openstack_libraries", &products::OPENSTACK),
    ("other_products", &products::OTHERS),
    ("other_services_of_aws", &products::AWS_SERVICES),
    ("generic_types", &types::GENERIC),
    ("words_before_a_placeholder", &sentences::BEFORE),
    ("words_after_a_placeholder", &sentences::AFTER),
    ("heads_of_legends", &sentences::LEGENDS),
];
