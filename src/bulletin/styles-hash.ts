/** The SHA-256 of `pageStyles`, for the content security policy. A test compares them. */
export const STYLES_HASH = 'sha256-lLTUpZ5y/qT/OcZU36NxQAkS4oiDO9OZ82+mUK/GxVE=';
