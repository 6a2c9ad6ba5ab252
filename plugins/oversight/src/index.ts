// The public face of @cho-phien/oversight: what other packages may import.
export {}
