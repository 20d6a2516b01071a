#!/usr/bin/env python3
"""A Slurm job array over shards of a cohort, merged, is the cohort that one machine makes. Controller
and node are started here, on loopback, and end with the test."""

import os
import pathlib
import shutil
import socket
import subprocess
import time

import shards
from shards import GROUP, PROGRAM

SHARDS = 3


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """Slurm's own daemons, with everything that they write in one folder."""

    def __init__(self, home):
        self.home = pathlib.Path(home)
        self.daemons = []
        host = socket.gethostname().split(".")[0]
        for name in ("state", "spool", "munge"):
            (self.home / name).mkdir(mode=0o700)
        self.conf = self.home / "slurm.conf"
        self.conf.write_text("\n".join([
            "ClusterName=loopback",
            f"SlurmctldHost={host}(127.0.0.1)",
            f"SlurmctldPort={free_port()}",
            f"SlurmdPort={free_port()}",
            "SlurmUser=root",
            "SlurmdUser=root",
            "AuthType=auth/munge",
            "CredType=cred/munge",
            f"AuthInfo=socket={self.home}/munge/socket",
            f"StateSaveLocation={self.home}/state",
            f"SlurmdSpoolDir={self.home}/spool",
            f"SlurmctldPidFile={self.home}/slurmctld.pid",
            f"SlurmdPidFile={self.home}/slurmd.pid",
            f"SlurmctldLogFile={self.home}/slurmctld.log",
            f"SlurmdLogFile={self.home}/slurmd.log",
            "ProctrackType=proctrack/linuxproc",
            "TaskPlugin=task/none",
            "MpiDefault=none",
            "SelectType=select/cons_tres",
            "SelectTypeParameters=CR_CPU",
            "ReturnToService=2",
            "SlurmctldTimeout=300",
            f"NodeName={host} NodeAddr=127.0.0.1 CPUs=1 State=UNKNOWN",
            "PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP",
        ]) + "\n", encoding="utf-8")
        self.env = {**os.environ, "SLURM_CONF": str(self.conf)}

    def __enter__(self):
        munge = self.home / "munge"
        (munge / "key").write_bytes(os.urandom(128))
        (munge / "key").chmod(0o400)
        self.start("munged", "--foreground", "--force", f"--key-file={munge}/key",
                   f"--socket={munge}/socket", f"--pid-file={munge}/pid",
                   f"--log-file={munge}/log", f"--seed-file={munge}/seed")
        self.wait_for(lambda: (munge / "socket").exists())
        self.start("slurmctld", "-D")
        self.start("slurmd", "-D")
        self.wait_for(lambda: "idle" in self.run("sinfo", "-h", "-o", "%T"))
        return self

    def __exit__(self, *_):
        for daemon in reversed(self.daemons):
            daemon.terminate()
        for daemon in self.daemons:
            try:
                daemon.wait(20)
            except subprocess.TimeoutExpired:
                daemon.kill()

    def start(self, *command):
        log = open(self.home / f"{command[0]}.out", "wb")
        self.daemons.append(subprocess.Popen(command, env=self.env, stdout=log, stderr=log))

    def run(self, *command):
        return subprocess.run(command, env=self.env, capture_output=True, text=True,
                              check=False).stdout

    def wait_for(self, condition, seconds=60):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end or any(d.poll() is not None for d in self.daemons):
                logs = "".join(p.read_text(errors="replace")[-2000:] for p in self.home.glob("*.out"))
                raise RuntimeError(f"Slurm does not come up\n{logs}")
            time.sleep(0.2)


def job_array():
    cohort = shards.Cohort(applicants=9, shards=SHARDS)
    with Cluster(cohort.home) as cluster:
        script = cohort.home / "job"
        # 2 says that a document could not be read, which is no reason to run the shard again.
        script.write_text(
            "#!/bin/sh\n"
            f"{PROGRAM} batch --files-from shard.$SLURM_ARRAY_TASK_ID -q --jobs 1 "
            f"--group-by '{GROUP[1]}' -o out.$SLURM_ARRAY_TASK_ID || test $? -eq 2\n", encoding="utf-8")
        submitted = subprocess.run(
            ["sbatch", "--wait", f"--array=0-{SHARDS - 1}", f"--chdir={cohort.home}",
             f"--output={cohort.home}/job.%a.out", str(script)],
            env=cluster.env, capture_output=True, text=True, check=False, timeout=300)
        assert submitted.returncode == 0, submitted.stderr
    outs = sorted(path for path in cohort.home.glob("out.*"))
    assert len(outs) == SHARDS, outs
    assert cohort.merged(outs) == cohort.whole()


if __name__ == "__main__":
    missing = [name for name in ("slurmctld", "slurmd", "sbatch", "munged")
               if shutil.which(name) is None]
    if missing:
        shards.skip(f"not installed: {', '.join(missing)}")
    if os.geteuid() != 0:
        shards.skip("Slurm's daemons want to be started by root")
    job_array()
    print("1 passed, 0 failed")
