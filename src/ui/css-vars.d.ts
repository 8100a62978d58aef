import "react";

declare module "react" {
  // Custom properties carry positions to the stylesheets; React sets them through CSSOM, which the CSP allows.
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
