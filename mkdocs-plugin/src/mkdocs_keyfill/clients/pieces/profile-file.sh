  file=${AWS_SHARED_CREDENTIALS_FILE-$HOME/.aws/credentials}
