// As much of GLib's main loop as the fixture uses; names and signatures are the
// library's.
#ifndef FIXTURES_GLIB_H
#define FIXTURES_GLIB_H

#ifdef __cplusplus
extern "C" {
#endif

typedef int gint;
typedef unsigned int guint;
typedef gint gboolean;
typedef void *gpointer;
typedef gboolean (*GSourceFunc)(gpointer user_data);
typedef struct _GMainContext GMainContext;
typedef struct _GMainLoop GMainLoop;

#define FALSE 0
#define TRUE 1

GMainLoop *g_main_loop_new(GMainContext *context, gboolean is_running);
void g_main_loop_run(GMainLoop *loop);
guint g_timeout_add(guint interval, GSourceFunc function, gpointer data);
guint g_timeout_add_seconds(guint interval, GSourceFunc function, gpointer data);
guint g_idle_add(GSourceFunc function, gpointer data);

#ifdef __cplusplus
}
#endif

#endif
