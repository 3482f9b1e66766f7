// Loaded before the server that the pictures are taken of: for it, it is the time that is said.
const shift = Date.parse(process.env['PICTURE_TIME'] ?? '') - Date.now()
const real = Date.now
if (!Number.isNaN(shift)) Date.now = () => real() + shift
