// The public face of @cho-phien/media: what other packages may import.
export { MEDIA_MODULE } from "./modules/media"
export type { MediaModuleService } from "./modules/media/service"
export { fetchMedia, findForeignMedia, type MediaAsset } from "./media-asset"
export { describeMediaReason, readMediaReason, type MediaReason } from "./modules/media/errors"
export { ingestPhotographWorkflow, type IngestPhotographInput } from "./workflows/ingest-photograph"
