// Vite hands a file's text to whoever imports it with ?raw.
declare module '*?raw' {
  const text: string;
  export default text;
}
