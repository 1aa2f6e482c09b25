/*
 * Runs a command and writes what it took to a file: "SECONDS KILOBYTES", wall clock and peak
 * resident memory. Exits as the command did; with 153 if there is none, or a signal ended it.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	struct timespec start, end;
	struct rusage usage;
	FILE *to;
	pid_t child;
	int status;

	if (argc < 3) {
		fprintf(stderr, "usage: measure FILE COMMAND [ARGUMENT...]\n");
		return 64;
	}
	clock_gettime(CLOCK_MONOTONIC, &start);
	child = fork();
	if (child == 0) {
		execvp(argv[2], argv + 2);
		perror(argv[2]);
		_exit(153);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) < 0) {
		perror("measure");
		return 153;
	}
	clock_gettime(CLOCK_MONOTONIC, &end);
	to = fopen(argv[1], "w");
	if (!to || fprintf(to, "%.4f %ld\n",
			   (double)(end.tv_sec - start.tv_sec) +
				   (double)(end.tv_nsec - start.tv_nsec) / 1e9,
			   usage.ru_maxrss) < 0 || fclose(to) != 0) {
		perror(argv[1]);
		return 153;
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 153;
}
