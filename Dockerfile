# Patchfall in a container. Not built by the project's tests: they only check its paths, commands and ports.
#
#   docker build -t patchfall . && docker run -p 3000:3000 -v patchfall-data:/data patchfall

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    PATCHFALL_PORT=3000 \
    PATCHFALL_HOST=0.0.0.0 \
    PATCHFALL_DATA=/data \
    PATCHFALL_SKIP_BUILD=1
COPY --from=build /app/package.json /app/package-lock.json /app/.npmrc /app/tsconfig.json ./
RUN npm ci --omit=dev
COPY --from=build /app/src ./src
COPY --from=build /app/build ./build
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --start-period=20s \
    CMD node -e "fetch('http://127.0.0.1:3000/readyz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"
CMD ["npm", "start"]
