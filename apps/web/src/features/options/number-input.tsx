"use client";

import { useState } from "react";

export interface NumberInputProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  readonly className: string;
  /** For a label beside it; else it has a `label` of its own. */
  readonly id?: string;
  readonly label?: string;
}

/**
 * A whole number in a range. What is typed stays as it is until the field is left, and counts as soon as it is in the
 * range; what is out of it is then brought back, and an emptied field has its number again.
 */
export function NumberInput({ value, min, max, onChange, ...attributes }: NumberInputProps) {
  const { className, id, label } = attributes;
  const [typed, setTyped] = useState<string>();
  const leave = () => {
    setTyped(undefined);
    if (typed) onChange(Math.min(max, Math.max(min, Math.round(Number(typed)))));
  };
  return (
    <input
      type="number"
      inputMode="numeric"
      id={id}
      aria-label={label}
      className={`field ${className}`}
      min={min}
      max={max}
      required
      value={typed ?? value}
      // What is typed then replaces the number, instead of going behind it.
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.validity.valid) onChange(target.valueAsNumber);
      }}
      onBlur={leave}
    />
  );
}
