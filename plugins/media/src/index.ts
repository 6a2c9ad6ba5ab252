// The public face of @cho-phien/media: what other packages may import.
export {}
