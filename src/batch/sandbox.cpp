#include "batch/sandbox.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <utility>

namespace rapport {

namespace {

// --- seccomp ---

// What readers and the C library call: memory, what is open, the clock, and how to end. Names that
// an architecture does not have are passed over.
constexpr const char* allowed_calls[] = {
    // memory
    "brk", "madvise", "membarrier", "mmap", "mmap2", "mprotect", "mremap", "munmap",
    // what is open already, and files that may be read
    "_llseek", "access", "close", "dup", "faccessat", "faccessat2", "fadvise64", "fcntl", "fcntl64",
    "fstat", "fstat64", "fstatat64", "fstatfs", "fstatfs64", "ftruncate", "ftruncate64", "getcwd",
    "getdents", "getdents64", "lseek", "lstat", "lstat64", "newfstatat", "pread64", "read",
    "readlink", "readlinkat", "readv", "stat", "stat64", "statfs", "statfs64", "statx", "write",
    "writev",
    // the clock and waiting
    "clock_getres", "clock_gettime", "clock_nanosleep", "futex", "gettimeofday", "nanosleep",
    "restart_syscall", "sched_getaffinity", "sched_yield", "time",
    // who and where this is
    "getegid", "geteuid", "getgid", "getpid", "getppid", "getrandom", "getrlimit", "getrusage",
    "gettid", "getuid", "sysinfo", "uname",
    // signals and the end
    "arch_prctl", "exit", "exit_group", "rseq", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn",
    "set_robust_list", "sigaltstack"};

// Stands in the filter for the process's own number, which only the process knows.
constexpr std::uint32_t own_number = 0x5E1F5E1F;

using Rules = std::unique_ptr<void, decltype(&::seccomp_release)>;

void allow(const Rules& rules, const char* name) {
  const int call = ::seccomp_syscall_resolve_name(name);
  if (call != __NR_SCMP_ERROR) (void)::seccomp_rule_add(rules.get(), SCMP_ACT_ALLOW, call, 0);
}

void allow_if(const Rules& rules, const char* name, const scmp_arg_cmp& condition) {
  const int call = ::seccomp_syscall_resolve_name(name);
  (void)::seccomp_rule_add(rules.get(), SCMP_ACT_ALLOW, call, 1, condition);
}

constexpr scmp_arg_cmp masked(unsigned argument, scmp_datum_t mask, scmp_datum_t value) {
  return {.arg = argument, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = value};
}

constexpr scmp_arg_cmp equal(unsigned argument, scmp_datum_t value) {
  return {.arg = argument, .op = SCMP_CMP_EQ, .datum_a = value, .datum_b = 0};
}

void allow_all(const Rules& rules) {
#ifdef __SANITIZE_ADDRESS__
  // The sanitizers learn whether an address can be read by having a pipe read it.
  for (const char* name : {"pipe", "pipe2"}) allow(rules, name);
#endif
  for (const char* name : allowed_calls) allow(rules, name);
  constexpr scmp_datum_t changes = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  allow_if(rules, "open", masked(1, changes, O_RDONLY));
  allow_if(rules, "openat", masked(2, changes, O_RDONLY));
  allow_if(rules, "prlimit64", equal(2, 0));        // to ask, not to set
  allow_if(rules, "tgkill", equal(0, own_number));  // abort()
}

std::vector<sock_filter> filter_of(const Rules& rules) {
  const Descriptor file(::memfd_create("filter", MFD_CLOEXEC));
  if (!file.open() || ::seccomp_export_bpf(rules.get(), file.get()) != 0) return {};
  const auto size = static_cast<std::size_t>(std::max<off_t>(0, ::lseek(file.get(), 0, SEEK_CUR)));
  std::vector<sock_filter> filter(size / sizeof(sock_filter));
  if (::pread(file.get(), filter.data(), size, 0) != static_cast<ssize_t>(size)) return {};
  return filter;
}

// --- Landlock ---

// The kernel's `landlock_ruleset_attr` as of version 6; an older one takes zeros for what it does
// not know. Headers of the system are often older than its kernel.
struct LandlockRules {
  std::uint64_t files = 0;
  std::uint64_t network = 0;
  std::uint64_t scopes = 0;
};

constexpr std::uint64_t first_bits(int count) {
  return (std::uint64_t{1} << count) - 1;
}

// All that the version knows is closed, so that what is not opened below stays closed.
LandlockRules everything(int version) {
  constexpr int rights[] = {13, 14, 15, 15, 16};  // on files, of versions 1 to 5
  return {.files = first_bits(rights[std::min(version, 5) - 1]),
          .network = version >= 4 ? first_bits(2) : 0,
          .scopes = version >= 6 ? first_bits(2) : 0};
}

// Fonts for pages that do not bring their own, character maps, and the converters that iconv loads.
constexpr const char* readable_folders[] = {"/usr/share", "/usr/lib", "/usr/local/share/fonts",
                                            "/etc/fonts", "/var/cache/fontconfig"};

bool open_for_reading(int rules, const char* folder) {
  const Descriptor place(::open(folder, O_PATH | O_CLOEXEC));
  if (!place.open()) return true;  // nothing there to be read
  landlock_path_beneath_attr beneath{};
  beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  beneath.parent_fd = place.get();
  return ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
}

// Not open where the kernel refuses.
Descriptor file_rules(int version) {
  const LandlockRules all = everything(version);
  Descriptor rules(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0)));
  if (!rules.open()) return {};
  const bool opened = std::ranges::all_of(
      readable_folders, [&](const char* folder) { return open_for_reading(rules.get(), folder); });
  return opened ? std::move(rules) : Descriptor();
}

// The kernel asks for this first: no program that is run later gets rights which this one lacks.
bool promise_no_new_rights() {
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

}  // namespace

SandboxSupport sandbox_support() {
  constexpr std::uint32_t action = SECCOMP_RET_ERRNO;
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return {.calls = ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0,
          .files = static_cast<int>(std::max(version, 0L))};
}

std::optional<Sandbox> Sandbox::prepare() {
  const SandboxSupport support = sandbox_support();
  Sandbox sandbox;
  if (support.calls) {
    const Rules rules(::seccomp_init(SCMP_ACT_ERRNO(EPERM)), ::seccomp_release);
    if (rules == nullptr) return std::nullopt;
    allow_all(rules);
    sandbox.calls_ = filter_of(rules);
    if (sandbox.calls_.empty()) return std::nullopt;
  }
  if (support.files > 0) {
    sandbox.files_ = file_rules(support.files);
    if (!sandbox.files_.open()) return std::nullopt;
  }
  return sandbox;
}

bool Sandbox::close_files() const {
  if (!files_.open()) return true;  // the kernel has no such rules
  return promise_no_new_rights() && ::syscall(SYS_landlock_restrict_self, files_.get(), 0) == 0;
}

bool Sandbox::close_calls() const {
  if (calls_.empty()) return true;  // the kernel has no such filters
  std::vector<sock_filter> filter = calls_;
  for (sock_filter& instruction : filter) {
    if (instruction.k == own_number) instruction.k = static_cast<std::uint32_t>(::getpid());
  }
  const sock_fprog program{.len = static_cast<unsigned short>(filter.size()),
                           .filter = filter.data()};
  return promise_no_new_rights() &&
         ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

}  // namespace rapport
