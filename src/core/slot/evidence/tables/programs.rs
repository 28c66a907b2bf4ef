//! Programs, by the word that calls them.

/// Clients of S3: a key among their arguments is for the store.
pub const STORE: [&str; 31] = [
    "aws",
    "mc",
    "mcli",
    "minio-client",
    "s3cmd",
    "s4cmd",
    "s5cmd",
    "rclone",
    "restic",
    "s3fs",
    "goofys",
    "geesefs",
    "mount-s3",
    "s3backer",
    "duck",
    "cyberduck",
    "winscp",
    "winscp.com",
    "warp",
    "s3-benchmark",
    "gof3r",
    "duplicity",
    "litestream",
    "pgbackrest",
    "barman-cloud-backup",
    "Set-AWSCredential",
    "Set-AWSCredentials",
    "Initialize-AWSDefaultConfiguration",
    "Get-S3Bucket",
    "Write-S3Object",
    "Read-S3Object",
];

/// Programs of [`STORE`] that call the second half of a key a password.
pub const WITH_PASSWORDS: [&str; 4] = ["duck", "cyberduck", "winscp", "winscp.com"];

/// Images of containers that hold such a client, and the client: its arguments follow the image.
pub const IMAGES: [&str; 6] = [
    "amazon/aws-cli aws",
    "aws-cli/aws-cli aws",
    "minio/mc mc",
    "rclone/rclone rclone",
    "restic/restic restic",
    "peakcom/s5cmd s5cmd",
];

/// What `aws` calls at a store.
pub const AWS_SERVICES: [&str; 4] = ["s3", "s3api", "s3control", "configure"];

/// Options of `aws` that take no value, so that what follows is its service.
pub const AWS_FLAGS: [&str; 8] = [
    "--debug",
    "--no-verify-ssl",
    "--no-paginate",
    "--no-sign-request",
    "--no-cli-pager",
    "--cli-auto-prompt",
    "--no-cli-auto-prompt",
    "--v2",
];

/// What these clients do with keys that are not the reader's own at this store: they give them to
/// a server or to somebody else.
pub const OTHER_COMMANDS: [&str; 11] = [
    "mc admin",
    "mc idp",
    "mc license",
    "mc support",
    "mc encrypt",
    "mcli admin",
    "minio-client admin",
    "rclone serve",
    "rclone rcd",
    "rclone rc",
    "rclone obscure",
];

/// Programs of `OpenStack`.
pub const OPENSTACK: [&str; 12] = [
    "openstack",
    "swift",
    "nova",
    "cinder",
    "glance",
    "neutron",
    "keystone",
    "manila",
    "barbican",
    "designate",
    "magnum",
    "gnocchi",
];

/// Words of a statement whose ids may be those of somebody else.
pub const ABOUT_OTHERS: [&str; 22] = [
    "acl",
    "role",
    "group",
    "user",
    "rbac",
    "member",
    "trust",
    "transfer",
    "access",
    "assignment",
    "add",
    "set",
    "unset",
    "create",
    "grant",
    "--target-project",
    "--read-acl",
    "--write-acl",
    "-r",
    "-w",
    "X-Container-Read",
    "X-Container-Write",
];

/// Programs of other clouds: their regions, projects, buckets and keys are others.
pub const CLOUDS: [&str; 30] = [
    "gcloud",
    "gsutil",
    "bq",
    "az",
    "azcopy",
    "ibmcloud",
    "doctl",
    "linode-cli",
    "hcloud",
    "oci",
    "aliyun",
    "ossutil",
    "coscmd",
    "coscli",
    "tccli",
    "b2",
    "scw",
    "vultr-cli",
    "exo",
    "upctl",
    "civo",
    "flyctl",
    "fly",
    "heroku",
    "wrangler",
    "vercel",
    "netlify",
    "cf",
    "eksctl",
    "yc",
];

/// Slots that mean something else to the programs of [`CLOUDS`] and to services of AWS.
pub const CLOUD_SLOTS: [&str; 10] = [
    "access-key",
    "secret-key",
    "region",
    "endpoint",
    "host",
    "project-id",
    "user-id",
    "bucket",
    "object",
    "server",
];

/// Programs for clusters.
pub const CLUSTERS: [&str; 7] =
    ["kubectl", "kubectx", "kubens", "k9s", "kubelogin", "oc", "gardenctl"];

/// Slots that mean something else to the programs of [`CLUSTERS`].
pub const CLUSTER_SLOTS: [&str; 2] = ["object", "server"];

/// Programs before the one that counts.
pub const WRAPPERS: [&str; 19] = [
    "sudo", "env", "time", "nohup", "exec", "command", "then", "do", "else", "if", "elif", "while",
    "until", "!", "xargs", "watch", "timeout", "nice", "RUN",
];

/// Programs that run another one in a container.
pub const CONTAINERS: [&str; 4] = ["docker", "podman", "nerdctl", "apptainer"];
