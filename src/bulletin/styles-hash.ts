/** The SHA-256 of `pageStyles`, for the content security policy. A test compares them. */
export const STYLES_HASH = 'sha256-ecSey8qkk/O13dWj94UGiA+3EGZaUq7+GHu2P5LqnG0=';
