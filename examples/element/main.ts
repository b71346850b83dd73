// A form with one photo, without a framework.
import { define } from "renzheng/element";

define();

const form = document.querySelector("form")!;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  fetch("/upload", { method: "POST", body: new FormData(form) });
});
