import path from "node:path"
import type { InputConfigModules } from "@medusajs/framework/types"

type Environment = Record<string, string | undefined>

/**
 * Where uploaded files lie: under DATA_DIR/uploads, or in a bucket as soon as S3_BUCKET is set
 * (any S3-compatible store; S3_PUBLIC_URL is the address its files are read at).
 */
export function fileModules(env: Environment): InputConfigModules {
  return [
    {
      resolve: "@medusajs/medusa/file",
      options: { providers: [env.S3_BUCKET ? s3Provider(env) : localProvider(env)] },
    },
  ]
}

function localProvider(env: Environment) {
  const directory = path.resolve(env.DATA_DIR ?? ".data", "uploads")
  return {
    resolve: "@medusajs/medusa/file-local",
    id: "local",
    options: {
      upload_dir: directory,
      private_upload_dir: directory,
      // Served by the media plugin, which keeps private files for the operator.
      backend_url: `${env.BACKEND_URL ?? "http://localhost:9000"}/uploads`,
    },
  }
}

function s3Provider(env: Environment) {
  return {
    resolve: "@medusajs/medusa/file-s3",
    id: "s3",
    options: {
      file_url: env.S3_PUBLIC_URL,
      bucket: env.S3_BUCKET,
      region: env.S3_REGION ?? "us-east-1",
      endpoint: env.S3_ENDPOINT,
      access_key_id: env.S3_ACCESS_KEY_ID,
      secret_access_key: env.S3_SECRET_ACCESS_KEY,
      // Who may read is the bucket's policy; stores that own their objects refuse an ACL.
      acl: false,
      // Stores other than Amazon's seldom answer at <bucket>.<host>.
      additional_client_config: env.S3_ENDPOINT ? { forcePathStyle: true } : {},
    },
  }
}
