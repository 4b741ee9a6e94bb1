/** The SHA-256 of `pageStyles` as a content security policy names it. A test holds the two together. */
export const STYLES_HASH = 'sha256-mofx7kSdWPF5NVd8yhkVt6KFM853yc4Fj/Rcp8pnKUY=';
