// The public face of @cho-phien/administrative-units: what other packages may import.
export {}
