// The photo that passes as a file. Nothing happens on import.

const TYPES = { jpeg: ["image/jpeg", "jpg"], png: ["image/png", "png"], gif: ["image/gif", "gif"] };

/** Under the name that the chosen file had, with the ending that is true. */
export function fileOf({ photo, report }, { name = "photo" }) {
  const [type, ending] = TYPES[report.type];
  const isRight = name.toLowerCase().endsWith(`.${ending}`) || (ending === "jpg" && /\.jpeg$/i.test(name));
  return new File([photo], isRight ? name : `${name.replace(/\.[^.]*$/, "")}.${ending}`, { type });
}
