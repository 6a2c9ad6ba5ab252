// The public face of @cho-phien/geographical-indications: what other packages may import.
export {}
