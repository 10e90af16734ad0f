// librdkafka's public and mock-cluster headers, as Debian's librdkafka-dev installs them.
#ifndef REDRESSAL_CRDKAFKA_SHIM_H
#define REDRESSAL_CRDKAFKA_SHIM_H

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <unistd.h>

// rd_kafka_produceva with its array of tagged unions filled in: Swift cannot call the variadic rd_kafka_producev, and
// filling C unions in Swift costs a screen of code per record. Key and value are copied; a NULL value is a tombstone.
// `headers` may be NULL; librdkafka owns them when this returns NULL, the caller otherwise.
static inline rd_kafka_error_t *crdkafka_produce(
    rd_kafka_t *rk, const char *topic, int32_t partition, const void *key, size_t key_size, const void *value,
    size_t value_size, int64_t timestamp, rd_kafka_headers_t *headers, void *opaque) {
    rd_kafka_vu_t vus[8] = {
        {.vtype = RD_KAFKA_VTYPE_TOPIC, .u.cstr = topic},
        {.vtype = RD_KAFKA_VTYPE_PARTITION, .u.i32 = partition},
        {.vtype = RD_KAFKA_VTYPE_KEY, .u.mem = {.ptr = (void *)key, .size = key_size}},
        {.vtype = RD_KAFKA_VTYPE_VALUE, .u.mem = {.ptr = (void *)value, .size = value_size}},
        {.vtype = RD_KAFKA_VTYPE_TIMESTAMP, .u.i64 = timestamp},
        {.vtype = RD_KAFKA_VTYPE_OPAQUE, .u.ptr = opaque},
        // BLOCK: wait for room in the local queue instead of failing; the poll thread makes room.
        {.vtype = RD_KAFKA_VTYPE_MSGFLAGS, .u.i = RD_KAFKA_MSG_F_COPY | RD_KAFKA_MSG_F_BLOCK},
        {.vtype = RD_KAFKA_VTYPE_HEADERS, .u.headers = headers},
    };
    return rd_kafka_produceva(rk, vus, headers ? 8 : 7);
}

// A broker is asked to hold a fetch until there is something to read (fetch.wait.max.ms). Some answer at once with
// nothing, and librdkafka asks again at once: tens of thousands of times a second for each idle consumer. After a run of
// answers that were quick and small this waits a little before the next one, on the broker thread that librdkafka calls
// it on; a broker that does hold fetches is never slowed down.
enum { crdkafka_fetch_key = 1, crdkafka_small = 2048, crdkafka_run = 50, crdkafka_rest_us = 5000 };

static inline rd_kafka_resp_err_t crdkafka_pace(
    rd_kafka_t *rk, int socket, const char *broker, int32_t broker_id, int16_t key, int16_t version, int32_t correlation,
    size_t size, int64_t rtt_us, rd_kafka_resp_err_t error, void *opaque) {
    static _Thread_local int quick = 0;
    (void)rk, (void)socket, (void)broker, (void)broker_id, (void)version, (void)correlation, (void)error, (void)opaque;
    if (key != crdkafka_fetch_key) return RD_KAFKA_RESP_ERR_NO_ERROR;
    quick = size < crdkafka_small && rtt_us < crdkafka_rest_us ? quick + 1 : 0;
    if (quick > crdkafka_run) usleep(crdkafka_rest_us);
    return RD_KAFKA_RESP_ERR_NO_ERROR;
}

static inline rd_kafka_resp_err_t crdkafka_pace_new(
    rd_kafka_t *rk, const rd_kafka_conf_t *conf, void *opaque, char *errstr, size_t errstr_size) {
    (void)conf, (void)errstr, (void)errstr_size;
    return rd_kafka_interceptor_add_on_response_received(rk, "pace", crdkafka_pace, opaque);
}

// Paces the fetches of the client to be made from this configuration.
static inline void crdkafka_pace_fetches(rd_kafka_conf_t *conf) {
    rd_kafka_conf_interceptor_add_on_new(conf, "pace", crdkafka_pace_new, NULL);
}

#endif
