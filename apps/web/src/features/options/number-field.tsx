import { useId } from "react";
import type { NumberInputProps } from "./number-input.tsx";
import { NumberInput } from "./number-input.tsx";

interface NumberFieldProps extends Omit<NumberInputProps, "className" | "id" | "label"> {
  readonly label: string;
}

/** A number with its name above it. */
export function NumberField({ label, ...number }: NumberFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id}>{label}</label>
      <NumberInput {...number} id={id} className="w-28" />
    </div>
  );
}
