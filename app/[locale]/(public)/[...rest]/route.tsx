import { notice, publicRoute } from "../public-route";

const nowhere = publicRoute(({ locale }) => notice(locale, "notFound", 404));

export { nowhere as GET, nowhere as POST };
