//! Names that values are given to.
//!
//! They are compared whole, in any case and without `-`, `_`, `.` and spaces; `*` stands for
//! anything. In a path such as `persistence.s3.accessKey` an end of it may be the name.

/// Names that only a key of S3 has: of the clients and libraries of Amazon, of rclone, Hadoop's
/// S3A, Trino, Docker's registry, pgBackRest, Nextcloud, Litestream, k3s and Spring, and of EC2 in
/// `OpenStack`.
pub const OF_KEYS: [&str; 38] = [
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_ACCESS_KEY",
    "AWS_SECRET_KEY",
    "AWS_S3_ACCESS_KEY_ID",
    "AWS_S3_SECRET_ACCESS_KEY",
    "RCLONE_CONFIG_*_ACCESS_KEY_ID",
    "RCLONE_CONFIG_*_SECRET_ACCESS_KEY",
    "RCLONE_S3_ACCESS_KEY_ID",
    "RCLONE_S3_SECRET_ACCESS_KEY",
    "S3_ACCESS_KEY",
    "S3_SECRET_KEY",
    "S3_ACCESS_KEY_ID",
    "S3_SECRET_ACCESS_KEY",
    "EC2_ACCESS_KEY",
    "EC2_SECRET_KEY",
    "EC2_ACCESS_KEY_ID",
    "EC2_SECRET_ACCESS_KEY",
    "fs.s3a.access.key",
    "fs.s3a.secret.key",
    "fs.s3*.awsAccessKeyId",
    "fs.s3*.awsSecretAccessKey",
    "s3.aws-access-key",
    "s3.aws-secret-key",
    "REGISTRY_STORAGE_S3_ACCESSKEY",
    "REGISTRY_STORAGE_S3_SECRETKEY",
    "repo*-s3-key",
    "repo*-s3-key-secret",
    "PGBACKREST_REPO*_S3_KEY",
    "PGBACKREST_REPO*_S3_KEY_SECRET",
    "OBJECTSTORE_S3_KEY",
    "OBJECTSTORE_S3_SECRET",
    "LITESTREAM_ACCESS_KEY_ID",
    "LITESTREAM_SECRET_ACCESS_KEY",
    "etcd-s3-access-key",
    "etcd-s3-secret-key",
    "cloud.aws.credentials.access-key",
    "cloud.aws.credentials.secret-key",
];

/// Names of the first half of a key, which other products have as well: they count where one for
/// the second half stands beside them.
pub const ACCESS: [&str; 2] = ["access_key", "access_key_id"];

/// Names of the second half.
pub const SECRET: [&str; 2] = ["secret_key", "secret_access_key"];

/// Shorter names of both halves: they count where a bucket is named beside them, too.
pub const SHORT_ACCESS: [&str; 2] = ["access", "key"];

/// See [`SHORT_ACCESS`].
pub const SHORT_SECRET: [&str; 1] = ["secret"];

/// Names of a bucket.
pub const OF_BUCKETS: [&str; 2] = ["bucket", "bucket_name"];

/// Files that hold a key of S3, by the end of their path.
pub const OF_FILES: [&str; 6] =
    [".passwd-s3fs", "passwd-s3fs", ".s3cfg", ".s3cfg-*", ".aws/credentials", "rclone.conf"];

/// Names of the project and the user of whoever runs a program of `OpenStack`.
pub const OF_IDS: [&str; 3] = ["OS_PROJECT_ID", "OS_TENANT_ID", "OS_USER_ID"];

/// Names of the address of a Keystone and of its tokens: what stands beside them is for `OpenStack`.
pub const OF_KEYSTONE: [&str; 7] = [
    "auth_url",
    "OS_AUTH_URL",
    "OS_STORAGE_URL",
    "identity_endpoint",
    "auth_uri",
    "www_authenticate_uri",
    "X-Auth-Token",
];

/// Names of other secrets and of other products' keys.
pub const OF_OTHER_SECRETS: [&str; 50] = [
    "application_credential",
    "application_credential_secret",
    "OS_APPLICATION_CREDENTIAL_SECRET",
    "OS_PASSWORD",
    "OS_TOKEN",
    "password",
    "passwd",
    "passphrase",
    "RESTIC_PASSWORD",
    "token",
    "access_token",
    "auth_token",
    "refresh_token",
    "X-Auth-Token",
    "X-Subject-Token",
    "client_secret",
    "app_secret",
    "api_key",
    "api_secret",
    "private_key",
    "identity_file",
    "key-name",
    "secret_key_base",
    "DJANGO_SECRET_KEY",
    "FLASK_SECRET_KEY",
    "jwt_secret",
    "jwt_secret_key",
    "session_secret",
    "webhook_secret",
    "shared_secret",
    "encryption_key",
    "encrypt-key",
    "sse-c-key",
    "sse-c-copy-source-key",
    "sse-customer-key",
    "temp-url-key",
    "X-Account-Meta-Temp-URL-Key",
    "X-Container-Meta-Temp-URL-Key",
    "tempurl",
    "payload",
    "MINIO_ROOT_USER",
    "MINIO_ROOT_PASSWORD",
    "AZURE_STORAGE_ACCESS_KEY",
    "AZURE_STORAGE_KEY",
    "account_key",
    "application_key",
    "ALICLOUD_ACCESS_KEY",
    "ALICLOUD_SECRET_KEY",
    "access_key_secret",
    "STRIPE_SECRET_KEY",
];

/// Words of names of other secrets.
pub const OTHER_SECRET_WORDS: [&str; 20] = [
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "pass",
    "pwd",
    "pin",
    "otp",
    "token",
    "webhook",
    "signing",
    "encryption",
    "encrypt",
    "encrypted",
    "cipher",
    "crypt",
    "sse",
    "jwt",
    "csrf",
    "cookie",
];

/// Names of what is for a cluster of Kubernetes, whose regions and projects have other names.
pub const OF_CLUSTERS: [&str; 3] = ["kubeconfig", "kube-context", "KUBECONFIG"];

/// What the name of an address of a service ends with or, for the first, has in it.
pub const ENDPOINTS: [&str; 10] = [
    "endpoint",
    "url",
    "uri",
    "host",
    "hostname",
    "hostbase",
    "hostbucket",
    "server",
    "address",
    "fqdn",
];

/// What names of addresses have in them at which nobody takes a key of S3.
pub const OTHER_ADDRESSES: [&str; 40] = [
    "proxy",
    "schema",
    "xmlns",
    "repository",
    "image",
    "homepage",
    "documentation",
    "docs",
    "callback",
    "redirect",
    "download",
    "website",
    "webhook",
    "mirror",
    "origin",
    "ingress",
    "database",
    "dbhost",
    "dburl",
    "dbserver",
    "redis",
    "smtp",
    "mail",
    "postgres",
    "mysql",
    "mariadb",
    "mongo",
    "kafka",
    "rabbit",
    "amqp",
    "ldap",
    "oidc",
    "oauth",
    "sentry",
    "elastic",
    "memcache",
    "nameserver",
    "appurl",
    "siteurl",
    "publicurl",
];

/// Hosts that stand in names of groups and formats, and that nobody is asked at.
pub const OF_FORMATS: [&str; 3] = ["acs.amazonaws.com", "www.w3.org", "json-schema.org"];

/// Names before a value that says what a mapping is for.
pub const KINDS: [&str; 6] = ["type", "provider", "backend", "driver", "platform", "cloud"];
