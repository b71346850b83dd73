"use client";
import { useEffect } from "react";
import { check } from "../check.js";

export default function Client() {
  useEffect(() => {
    globalThis.check = async (name) => check(name, new Uint8Array(await (await fetch(`/${name}`)).arrayBuffer()));
  }, []);
  return null;
}
