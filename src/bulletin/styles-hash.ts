/** The SHA-256 of `pageStyles` as a content security policy names it. A test holds the two together. */
export const STYLES_HASH = 'sha256-k7ryvV4+ZqENpbgqKOQfQjRvK7gJGQVmyiq9EDKAGSc=';
