/** The SHA-256 of `pageStyles`, for the content security policy. A test compares them. */
export const STYLES_HASH = 'sha256-3Fs5mZg30JJFU3/Jm8FYK1x15u9GQCI/u0NG+HOHjfA=';
