export const PREVIEW_TYPE = 'incidentLog.preview';
