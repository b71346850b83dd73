"use client";

import { useState } from "react";
import { verdict } from "./verdict";

export default function Page() {
  const [words, setWords] = useState("");
  return (
    <main>
      <input
        type="file"
        accept="image/*"
        onChange={async ({ target }) => {
          const [file] = target.files ?? [];
          if (file) setWords(await verdict(file));
        }}
      />
      <output>{words}</output>
    </main>
  );
}
