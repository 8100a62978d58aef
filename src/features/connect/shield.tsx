import { Icon } from "../../ui/icon.tsx";

const SHIELD = <path d="M8 2.25 3 4v3.75c0 3 2.1 5 5 6 2.9-1 5-3 5-6V4L8 2.25Z" />;

/** Stands where it is said who gets the key. */
export const Shield = () => <Icon drawing={SHIELD} />;
