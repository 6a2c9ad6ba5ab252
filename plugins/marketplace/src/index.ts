// The public face of @cho-phien/marketplace: what other packages may import.
export {}
