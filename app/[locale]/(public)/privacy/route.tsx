import { publicRoute } from "../public-route";
import { showText } from "../show-text";

export const GET = publicRoute((visit) => showText(visit, "privacy"));
