/** What Vite adds to the language: styles, assets, globs, worker addresses. */
/// <reference types="vite/client" />
