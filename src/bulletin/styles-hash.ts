/** The SHA-256 of `pageStyles`, for the content security policy. A test compares them. */
export const STYLES_HASH = 'sha256-P6fgmHKvMQ5W09rwO9t+GvNxYoes2GtD82dpMQWQtAw=';
