import { define } from "./renzheng/element.js";

define();
