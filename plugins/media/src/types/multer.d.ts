// multer ships no types of its own; this is the part of its interface that is used here.
declare module "multer" {
  import type { RequestHandler } from "express"

  class MulterError extends Error {
    readonly code: string
  }
  function multer(options: {
    dest: string
    limits: { fileSize: number; files: number; fields: number; fieldSize: number; parts: number }
  }): { single(field: string): RequestHandler }
  namespace multer {
    export { MulterError }
  }
  export = multer
}
