// A form with one photo, without a framework.
import { define } from "renzheng/element";

define();

document.getElementById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  fetch("/upload", { method: "POST", body: new FormData(event.target) });
});
