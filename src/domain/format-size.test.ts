import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gpus, memory, vcpu } from "./format-size.ts";

const text = (mebibytes: number | undefined) => {
  const { value, unit } = memory(mebibytes);
  return `${value} ${unit}`.trim();
};

describe("memory", () => {
  it.each([
    [0, "0 MiB"],
    [0.25, "0.25 MiB"],
    [512, "512 MiB"],
    [1000, "1000 MiB"],
    [1023, "1023 MiB"],
    [1024, "1 GiB"],
    [1280, "1.25 GiB"],
    [1536, "1.5 GiB"],
    [65_536, "64 GiB"],
    [333 * 1024, "333 GiB"],
    [12.34 * 1024, "12.3 GiB"],
    [1024 ** 2, "1 TiB"],
    [1.25 * 1024 ** 2, "1.25 TiB"],
    [5000 * 1024 ** 2, "5000 TiB"],
    [50_000 * 1024 ** 2, "50\u202f000 TiB"],
  ])("of %d MiB reads %s", (mebibytes, expected) => {
    expect(text(mebibytes)).toBe(expected);
  });

  it("goes to the next unit where rounding reaches it", () => {
    expect(text(1023.96)).toBe("1 GiB");
    expect(text(1023.94)).toBe("1023.9 MiB");
    expect(text(9.996)).toBe("10 MiB");
    expect(text(1024 ** 2 - 1)).toBe("1 TiB");
  });

  it("that is not given is absent, and that makes no sense is unknown", () => {
    expect(text(undefined)).toBe("–");
    for (const mebibytes of [NaN, Infinity, -Infinity, -1, 1e300]) expect(text(mebibytes)).toBe("?");
  });

  it("keeps at most two decimals below 10, one above, and never 1024 or more of a unit that has a next", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (mebibytes) => {
        const { value, unit } = memory(mebibytes);
        const number = Number(value.replaceAll("\u202f", ""));
        const decimals = value.split(".")[1]?.length ?? 0;
        expect(decimals).toBeLessThanOrEqual(number < 10 ? 2 : 1);
        expect(value).not.toMatch(/\.\d*0$/);
        expect(unit === "TiB" || number < 1024).toBe(true);
      }),
    );
  });

  it("is within half a step of the last digit shown", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (mebibytes) => {
        const { value, unit } = memory(mebibytes);
        const size = { MiB: 1, GiB: 1024, TiB: 1024 ** 2 }[unit] ?? NaN;
        const number = Number(value.replaceAll("\u202f", ""));
        expect(Math.abs(number * size - mebibytes)).toBeLessThanOrEqual(
          size * (number < 10 ? 0.00501 : 0.0501),
        );
      }),
    );
  });
});

describe("vcpu", () => {
  it.each([
    [0.25, "0.25"],
    [0.5, "0.5"],
    [16, "16"],
    [84.25, "84.25"],
    [0.1 + 0.2, "0.3"],
    [12_345, "12\u202f345"],
  ])("writes %d as %s", (cpus, expected) => {
    expect(vcpu(cpus)).toBe(expected);
  });

  it("writes what is absent or makes no sense as such", () => {
    expect(vcpu(undefined)).toBe("–");
    for (const cpus of [NaN, Infinity, -4, 1e300]) expect(vcpu(cpus)).toBe("?");
  });
});

describe("gpus", () => {
  it("writes count and model", () => {
    expect(gpus({ model: "L4", count: 2 })).toBe("2×\u202fL4");
    expect(gpus({ model: " A100 80GB ", count: 10 })).toBe("10×\u202fA100 80GB");
  });

  it("is absent where there are none", () => {
    expect(gpus(undefined)).toBe("–");
    expect(gpus({ model: "L4", count: 0 })).toBe("–");
  });

  it("survives what makes no sense", () => {
    expect(gpus({ model: "", count: 1 })).toBe("1×\u202f?");
    expect(gpus({ model: "L4", count: NaN })).toBe("?×\u202fL4");
    expect(gpus({ model: "L4", count: -1 })).toBe("?×\u202fL4");
    expect(gpus({ model: "x".repeat(10_000), count: 1e300 })).toBe(`?×\u202f${"x".repeat(10_000)}`);
  });
});
