/** What a rehearsal has of its own, whatever this machine's office is set to: nothing of it may reach the real one. */
export const OWN = {
  DATABASE_URL: null,
  API_DATABASE_URL: null,
  WORKER_DATABASE_URL: null,
  TEMPORAL_ADDRESS: null,
  HOST: null,
  PORT: null,
  ADMIN_PORT: null,
  JWT_ISSUERS: null,
  SMTP_URL: null,
  MAIL_FOLDER: null,
  EVIDENCE_FOLDER: null,
  EVIDENCE_BUCKET: null,
  EVIDENCE_BUCKET_KEY_ID: null,
  EVIDENCE_BUCKET_SECRET: null,
  HEADS_FILE: null,
  SIGNING_KEY_FILE: null,
}
