/** The headers that every response carries, refusals and errors included, and the page's content security policy. */

/** What is fixed about the policy; only `connect-src` depends on where the API is. */
const directives = (connect: readonly string[]): readonly string[] => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  ["connect-src", "'self'", ...connect].join(" "),
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types app-worker",
];

/**
 * The Content-Security-Policy of the page.
 * @param apiAddress the API address the page calls; only an absolute http(s) one (direct mode) adds its origin.
 */
export function contentSecurityPolicy(apiAddress?: string): string {
  const absolute = apiAddress !== undefined && /^https?:\/\//.test(apiAddress);
  return directives(absolute ? [new URL(apiAddress).origin] : []).join("; ");
}

// Every feature a browser would otherwise allow the page without asking; copying a link is the one thing it does.
const UNUSED_FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "clipboard-read",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

const PERMISSIONS_POLICY = [
  ...UNUSED_FEATURES.map((feature) => `${feature}=()`),
  "clipboard-write=(self)",
].join(", ");

/** Name and value of each header of every response; the names are lower case. */
export function securityHeaders(apiAddress?: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentSecurityPolicy(apiAddress),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": PERMISSIONS_POLICY,
  };
}
