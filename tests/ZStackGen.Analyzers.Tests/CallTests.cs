using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>Calls, jobs and errors that nothing looks at; secrets; lists that are only counted.</summary>
public sealed class CallTests
{
    public static IEnumerable<TheoryDataRow<string>> Unused { get; } =
    [
        Case("call without await", "--- static void M(IZStackClient client) { {|ZSG3010:client.CallAsync(new CreateDiskAction())|}; }"),
        Case("job without await", "--- static void M(IZStackClient client) { {|ZSG3010:client.StartAsync(new CreateDiskAction())|}; {|ZSG3010:client.SubmitLongJobAsync(new CreateDiskAction())|}; }"),
        Case("calls of the class", "--- static void M(ZStackClient client) { {|ZSG3010:client.LogInAsync()|}; {|ZSG3010:client.CallAsync(new CreateDiskAction(), null)|}; {|ZSG3010:client.DisposeAsync()|}; }"),
        Case("behind ?.", "--- static void M(IZStackClient? client) { {|ZSG3010:client?.LogInAsync()|}; }"),
        Case("in a lambda", "Do(() => { {|ZSG3010:client.LogInAsync()|}; });"),
        Case("configured and not awaited", "--- static void M(IZStackClient client) { {|ZSG3010:client.CallAsync(new CreateDiskAction()).ConfigureAwait(false)|}; }"),
        Case("wrapped and not awaited", "--- static void M(ZStackClient client) { {|ZSG3010:client.CallAsync(new CreateDiskAction()).WaitAsync(TimeSpan.FromSeconds(1))|}; {|ZSG3010:client.DisposeAsync().AsTask()|}; {|ZSG3010:client.DisposeAsync().Preserve().ConfigureAwait(false)|}; }"),
        Case("wrapped and lost", "{|ZSG3010:await client.StartAsync(new CreateDiskAction()).WaitAsync(TimeSpan.FromSeconds(1))|}; {|ZSG3011:await client.TryCallAsync(new CreateDiskAction()).WaitAsync(default(System.Threading.CancellationToken)).ConfigureAwait(false)|}; await client.CallAsync(new CreateDiskAction()).WaitAsync(TimeSpan.FromSeconds(1));"),
        Case("a job that is lost", "{|ZSG3010:await client.StartAsync(new CreateDiskAction())|}; {|ZSG3010:await client.SubmitLongJobAsync(new CreateDiskAction()).ConfigureAwait(false)|}; {|ZSG3010:client.ResumeJob<CreateDiskAction.Result>(\"a\")|};"),
        Case("waiting for a job", "ZStackJob<CreateDiskAction.Result> job = await client.StartAsync(new CreateDiskAction()); await job.WaitAsync(); await job.WaitAsync().ConfigureAwait(false);"),
        Case("said on purpose", "_ = client.CallAsync(new CreateDiskAction()); _ = await client.StartAsync(new CreateDiskAction());"),
        Case("used", "var task = client.CallAsync(new CreateDiskAction()); await task; await Task.WhenAll(client.CallAsync(new CreateDiskAction())); await client.CallAsync(new CreateDiskAction()); --- static Task M(IZStackClient client) => client.LogInAsync();"),
        Case("combined and not awaited", "--- static void M(IZStackClient client, List<Disk> disks) { {|ZSG3010:Task.WhenAll(client.LogInAsync(), Task.Delay(1))|}; {|ZSG3010:Task.WhenAll(disks.Select(d => client.CallAsync(new CreateDiskAction { Name = d.Name })))|}; {|ZSG3010:Task.WhenAny([client.LogInAsync()])|}; Task.WhenAll(Task.Delay(1)); }"),
        Case("jobs that are lost together", "{|ZSG3010:await Task.WhenAll(disks.Select(d => client.StartAsync(new CreateDiskAction())).ToList())|}; {|ZSG3011:await Task.WhenAll(new[] { client.TryCallAsync(new CreateDiskAction()) }).ConfigureAwait(false)|};"),
        Case("jobs that are used together", "var jobs = await Task.WhenAll(disks.Select(d => client.StartAsync(new CreateDiskAction()))); await Task.WhenAll(jobs.Select(job => job.WaitAsync())); await Task.WhenAll(disks.Select(async d => { var job = await client.StartAsync(new CreateDiskAction()); await job.WaitAsync(); })); await Task.WhenAll(client.LogInAsync(), client.CallAsync(new CreateDiskAction()));"),
        Case("the tasks of others", "--- static void M() { Task.Delay(1); }"),
        Case("ignored result", "{|ZSG3011:await client.TryCallAsync(new CreateDiskAction())|}; {|ZSG3011:await client.TryCallAsync(new CreateDiskAction(), null).ConfigureAwait(false)|};"),
        Case("looked at", "var result = await client.TryCallAsync(new CreateDiskAction()); _ = await client.TryCallAsync(new CreateDiskAction()); if ((await client.TryCallAsync(new CreateDiskAction())).IsSuccess) return;"),
    ];

    public static IEnumerable<TheoryDataRow<string>> Secrets { get; } =
    [
        Case("literal", "Use(ZStackCredential.Password(\"admin\", {|ZSG3013:\"p\"|})); Use(ZStackCredential.User(\"a\", \"b\", {|ZSG3013:\"p\"|})); Use(ZStackCredential.AccessKey(\"a\", {|ZSG3013:\"p\"|}));"),
        Case("named argument", "Use(ZStackCredential.Password(password: {|ZSG3013:\"p\"|}, account: \"a\"));"),
        Case("constant", "Use(ZStackCredential.Ldap(\"a\", {|ZSG3013:Secret|})); Use(ZStackCredential.Login(\"ldap\", \"a\", {|ZSG3013:\"p\" + Secret|})); --- const string Secret = \"p\";"),
        Case("default of a variable", "Use(ZStackCredential.Password(\"admin\", Environment.GetEnvironmentVariable(\"P\") ?? {|ZSG3013:\"p\"|})); Use(ZStackCredential.Password(\"admin\", flag ? {|ZSG3013:\"p\"|} : disk.Name ?? ({|ZSG3013:\"q\"|})));"),
        Case("value of a switch", "Use(ZStackCredential.Password(\"admin\", flag switch { true => {|ZSG3013:\"p\"|}, false => disk.Name! }));"),
        Case("local", "var p = {|ZSG3013:\"p\"|}; Use(ZStackCredential.Password(\"admin\", p)); var q = disk.Name ?? {|ZSG3013:\"q\"|}; Use(ZStackCredential.Password(\"admin\", q));"),
        Case("local that is set again", "string p = \"\", q = \"q\"; if (flag) q = disk.Name!; Use(ZStackCredential.Password(\"admin\", p)); Use(ZStackCredential.Password(\"admin\", q));"),
        Case("read-only members", "Use(ZStackCredential.Password(\"admin\", {|ZSG3013:P|})); Use(ZStackCredential.Password(\"admin\", {|ZSG3013:Q|})); Use(ZStackCredential.Password(\"admin\", {|ZSG3013:R|})); --- static readonly string P = \"p\"; static string Q => \"q\"; static string R { get; } = \"r\";"),
        Case("members that change", "Use(ZStackCredential.Password(\"admin\", P)); Use(ZStackCredential.Password(\"admin\", Q)); Use(ZStackCredential.Password(\"admin\", R)); --- static Program() => R = Environment.MachineName; static string P = \"p\"; static string Q { get; set; } = \"q\"; static readonly string R = \"r\";"),
        Case("from elsewhere", "Use(ZStackCredential.Password(\"admin\", Environment.GetEnvironmentVariable(\"P\") ?? \"\")); Use(ZStackCredential.Password(\"admin\", \"\"));"),
        Case("a session's id is none", "Use(ZStackCredential.Session(\"a\"));"),
    ];

    public static IEnumerable<TheoryDataRow<string>> Counts { get; } =
    [
        Case("Count of a list", "Use({|ZSG3014:(await client.Query(Disk.Query).ToListAsync()).Count|});"),
        Case("with a token and ConfigureAwait", "Use({|ZSG3014:(await client.Query(Disk.Query).ToListAsync(default).ConfigureAwait(false)).Count|});"),
        Case("LINQ", "Use({|ZSG3014:(await client.Query(Disk.Query).ToListAsync()).Count()|}); Use({|ZSG3014:(await client.Query(Disk.Query).ToListAsync()).LongCount()|});"),
        Case("Any", "Use({|ZSG3014:(await client.Query(Disk.Query).ToListAsync()).Any()|}); Use((await client.Query(Disk.Query).ToListAsync()).Any(d => d.Name != null));"),
        Case("variable that is only counted", "var list = await client.Query(Disk.Query).ToListAsync(); if ({|ZSG3014:list.Count|} > 0) Use({|ZSG3014:list.Any()|});"),
        Case("variable that is set again", "var list = await client.Query(Disk.Query).ToListAsync(); Use(list.Count); list = disks; Use(list.Count);"),
        Case("loop that counts", "int n = 0; await foreach (var d in {|ZSG3014:client.Query(Disk.Query)|}) n++; await foreach (var d in {|ZSG3014:client.Query(Disk.Query)|}) { ++n; } Use(n);"),
        Case("loop that adds one", "int n = 0; await foreach (var d in {|ZSG3014:client.Query(Disk.Query)|}) n += 1; await foreach (var d in {|ZSG3014:client.Query(Disk.Query)|}) n = 1 + n; long m = 0; await foreach (var d in {|ZSG3014:client.Query(Disk.Query)|}) m = m + 1; await foreach (var d in {|ZSG3014:client.Query(Disk.Query)|}) checked { m += 1L; } Use(n + m);"),
        Case("loop over a configured query", "int n = 0; await foreach (var d in {|ZSG3014:client.Query(Disk.Query).WithCancellation(default).ConfigureAwait(false)|}) n++; Use(n);"),
        Case("loop that adds to a field", "--- static int s_n; static async Task M(IZStackClient client) { await foreach (var d in {|ZSG3014:client.Query(Disk.Query)|}) s_n++; }"),
        Case("loop that adds another number", "int n = 0; string s = \"\"; await foreach (var d in client.Query(Disk.Query)) n += 2; await foreach (var d in client.Query(Disk.Query)) n -= 1; await foreach (var d in client.Query(Disk.Query)) n = n + n; await foreach (var d in client.Query(Disk.Query)) s += 1; await foreach (var d in client.Query(Disk.Query)) disks[0].Size++; Use(n + s);"),
        Case("pattern", "if ({|ZSG3014:await client.Query(Disk.Query).ToListAsync() is []|}) return; if ({|ZSG3014:(await client.Query(Disk.Query).ToListAsync()) is not ({ Count: > 0 })|}) return; Use({|ZSG3014:await client.Query(Disk.Query).ToListAsync() is [_, ..]|});"),
        Case("pattern of a variable", "var list = await client.Query(Disk.Query).ToListAsync(); if ({|ZSG3014:list is { Count: > 2 }|} || {|ZSG3014:list is []|}) Use({|ZSG3014:list.Count|});"),
        Case("pattern that uses the resources", "if (await client.Query(Disk.Query).ToListAsync() is { Count: > 0 } list) Use(list); if (await client.Query(Disk.Query).ToListAsync() is [var d, ..]) Use(d); if (await client.Query(Disk.Query).ToListAsync() is [{ Name: \"a\" }]) return; if (disks is []) return; var all = await client.Query(Disk.Query).ToListAsync(); if (all is []) Use(all[0]);"),
        Case("loop that uses the resource", "int n = 0; await foreach (var d in client.Query(Disk.Query)) if (d.Name == \"a\") n++; await foreach (var d in client.Query(Disk.Query)) { n++; Use(d); } foreach (var d in disks) n++;"),
        Case("with a condition", "Use((await client.Query(Disk.Query).ToListAsync()).Count(d => d.Name != null));"),
        Case("a list that is used", "var list = await client.Query(Disk.Query).ToListAsync(); Use(list.Count); Use(list[0]); Use(disks.Count); Use(await client.Query(Disk.Query).CountAsync());"),
    ];

    [Theory]
    [MemberData(nameof(Unused))]
    public Task Nothing_looks_at_a_call(string statements) => AnalyzerRun<UnusedCallAnalyzer>.MethodAsync("\n#pragma warning disable CS4014\n" + statements);

    [Theory]
    [MemberData(nameof(Secrets))]
    public Task A_secret_is_in_the_source(string statements) => AnalyzerRun<SecretLiteralAnalyzer>.MethodAsync(statements);

    [Theory]
    [MemberData(nameof(Counts))]
    public Task All_is_fetched_for_a_number(string statements) => AnalyzerRun<ListForCountAnalyzer>.MethodAsync(statements);

    [Fact]
    public Task The_messages_name_the_method() => AnalyzerRun<UnusedCallAnalyzer>.FileAsync(
        UserProgram.Of("{|#0:await client.StartAsync(new CreateDiskAction())|}; {|#1:await client.TryCallAsync(new CreateDiskAction())|}; --- static void M(IZStackClient c) { {|#2:c.LogInAsync()|}; }"),
        expected:
        [
            new DiagnosticResult("ZSG3010", DiagnosticSeverity.Warning).WithLocation(0).WithArguments("job", "StartAsync"),
            new DiagnosticResult("ZSG3011", DiagnosticSeverity.Warning).WithLocation(1).WithArguments("TryCallAsync"),
            new DiagnosticResult("ZSG3010", DiagnosticSeverity.Warning).WithLocation(2).WithArguments("task", "LogInAsync"),
        ]);

    private static TheoryDataRow<string> Case(string name, string statements) => new(statements) { TestDisplayName = name };
}
