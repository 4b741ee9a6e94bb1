/** The SHA-256 of `pageStyles`, for the content security policy. A test compares them. */
export const STYLES_HASH = 'sha256-03wlCU9OWlExS9to4hLv1pGzUmBlto4Te+HreAb4yoc=';
