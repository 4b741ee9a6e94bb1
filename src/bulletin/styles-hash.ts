/** The SHA-256 of `pageStyles`, for the content security policy. A test compares them. */
export const STYLES_HASH = 'sha256-JBQm0mAqYzE+q/A9Q4CADetTH1hT+WO9M4ubYDas9FI=';
