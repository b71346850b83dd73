// How <renzheng-photo> looks. Hosts change it by custom properties and ::part().

export const STYLE = `
:host { display: block; color-scheme: light dark; font: inherit; --_accent: var(--renzheng-accent, #0a7d5a); }
:host([hidden]) { display: none; }
.box { border: 1px dashed color-mix(in srgb, currentColor 35%, transparent); border-radius: var(--renzheng-radius, 10px); padding: 12px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.row + .row { margin-top: 8px; }
input { position: absolute; opacity: 0; inline-size: 1px; block-size: 1px; }
.choose, button { box-sizing: border-box; min-block-size: 44px; padding: 10px 16px; border: 1px solid var(--_accent); border-radius: 8px; background: transparent; color: inherit; font: inherit; cursor: pointer; }
.choose { background: var(--_accent); color: #fff; }
input:focus-visible + .choose, button:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; }
input:disabled + .choose, button:disabled { opacity: .5; cursor: default; }
.hint, figcaption { opacity: .75; font-size: .875em; }
.status { margin: 8px 0 0; font-weight: 600; }
.status:empty { display: none; }
.findings { margin: 6px 0 0; padding-inline-start: 1.2em; line-height: 1.6; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 10px; margin-block: 10px; }
figure { margin: 0; min-inline-size: 0; }
img { display: block; inline-size: 100%; block-size: 160px; object-fit: contain; background: color-mix(in srgb, currentColor 8%, transparent); border-radius: 6px; }
`;
