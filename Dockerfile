# Built from the documentation and NOT RUN where this was made: there was no Docker engine. Read before you rely on it.
FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY bin bin
COPY src src
COPY migrations migrations
COPY demo demo
# A server of your own is named by DATABASE_URL; without it the embedded database lives in /data.
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN useradd --system --home-dir /data brobygger && mkdir -p /data && chown brobygger /data
VOLUME /data
USER brobygger
EXPOSE 3000
CMD ["node", "--min-semi-space-size=8", "--max-semi-space-size=8", "--heap-growing-percent=30", "bin/brobygger.js", "start"]
