/** The SHA-256 of `pageStyles`, for the content security policy. A test compares them. */
export const STYLES_HASH = 'sha256-JDpVI/MSM9R3w6ig32InE+MwB2q1fkKIkIPXcg/M2oQ=';
