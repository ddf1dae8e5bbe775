using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public sealed class SimulatorStorageTests : IDisposable
{
    private const string Job = "4f1c0a5be1d24f1db4f2a6d1c7e83b90";

    private readonly string _folder = Directory.CreateTempSubdirectory("zstack-storage-").FullName;

    private string File => Path.Combine(_folder, "zstack.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<ZStackSimulator> StartAsync(string file, FakeTimeProvider? time = null, Action<ZStackSimulatorOptions>? configure = null) => Simulators.StartAsync(time, options =>
    {
        options.Storage = new SqliteSimulatorStorage(file);
        configure?.Invoke(options);
    });

    [Fact]
    public async Task Resources_with_their_parts_and_tags_sessions_and_ended_jobs_survive_a_restart()
    {
        string session, vm, ip, zones, poll;
        await using (ZStackSimulator first = await StartAsync(File))
        {
            using RawClient client = await new RawClient(first).LogInAsync();
            session = client.Session!;
            JsonObject created = (await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"kept","cpuNum":3},"systemTags":["a::b"],"userTags":["mine"]}""")).Json["inventory"]!.AsObject();
            (vm, ip) = ((string)created["uuid"]!, (string)created["vmNics"]![0]!["ip"]!);
            await client.RunAsync("PUT", $"v1/vm-instances/{vm}/actions", """{"stopVmInstance":{}}""");
            string gone = (string)(await client.RunAsync("POST", "v1/zones", """{"params":{"name":"gone"}}""")).Json["inventory"]!["uuid"]!;
            await client.RunAsync("PUT", $"v1/zones/{gone}/actions", """{"updateZone":{"name":"renamed"}}""");
            await client.RunAsync("DELETE", $"v1/zones/{gone}", null);
            await client.RunAsync("DELETE", "v1/zones/97280e34f3cf451a93b8300b408ef571", null); // a zone in the pages' examples
            first.Seed("QueryZone", new JsonObject { ["name"] = "seeded" });
            await client.PostAsync("v1/zones", """{"params":{"name":"<z>"}}""", ("X-Job-UUID", Job));
            zones = (await client.GetAsync("v1/zones")).Text;
            poll = (await client.GetAsync("v1/api-jobs/" + Job, ("X-JSON-Schema", "true"))).Text;
        }

        await using ZStackSimulator second = await StartAsync(File);
        using RawClient again = new(second) { Session = session };
        RawAnswer kept = await again.GetAsync("v1/vm-instances?q=__systemTag__=a::b&q=__userTag__=mine");
        RawAnswer volume = await again.GetAsync($"v1/volumes?q=vmInstanceUuid={vm}");
        RawAnswer next = await again.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"next"}}""");

        Assert.Equal(zones, (await again.GetAsync("v1/zones")).Text);
        Assert.Equal(["hall-b", "seeded", "<z>"], JsonNode.Parse(zones)!["inventories"]!.AsArray().Select(static zone => (string)zone!["name"]!));
        JsonObject instance = Assert.Single(kept.Json["inventories"]!.AsArray())!.AsObject();
        Assert.Equal((vm, "kept", 3, "Stopped"), ((string)instance["uuid"]!, (string)instance["name"]!, (int)instance["cpuNum"]!, (string)instance["state"]!));
        Assert.Single(volume.Json["inventories"]!.AsArray());
        Assert.NotEqual(ip, (string)next.Json["inventory"]!["vmNics"]![0]!["ip"]!);
        Assert.Equal(poll, (await again.GetAsync("v1/api-jobs/" + Job, ("X-JSON-Schema", "true"))).Text);
        Assert.Equal((400, $"Duplicate job uuid[{Job}]"), ((await again.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Job-UUID", Job))) is var twice ? (twice.Status, twice.Text) : default));
    }

    [Fact]
    public async Task Data_is_in_the_file_before_the_response_even_if_the_process_is_killed()
    {
        string copy = Path.Combine(_folder, "copy.db"), uuid;
        await using (ZStackSimulator killed = await StartAsync(File))
        {
            using RawClient client = await new RawClient(killed).LogInAsync();
            uuid = (string)(await client.RunAsync("POST", "v1/zones", """{"params":{"name":"z"}}""")).Json["inventory"]!["uuid"]!;
            // The files as a killed process leaves them: not closed.
            foreach (string suffix in (string[])["", "-wal"])
            {
                await using var from = new FileStream(File + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                await using var to = new FileStream(copy + suffix, FileMode.Create);
                await from.CopyToAsync(to, TestContext.Current.CancellationToken);
            }
        }

        await using ZStackSimulator restarted = await StartAsync(copy);

        Assert.Equal("z", (string?)restarted.FindResource(uuid)?["name"]);
    }

    [Fact]
    public async Task Sessions_expire_at_the_same_time_as_without_a_restart_and_a_running_job_is_lost()
    {
        var time = new FakeTimeProvider();
        string session;
        await using (ZStackSimulator first = await StartAsync(File, time))
        {
            first.SetJobDelay("CreateZone", TimeSpan.FromHours(1));
            using RawClient client = await new RawClient(first).LogInAsync();
            session = client.Session!;
            time.Advance(TimeSpan.FromMinutes(30));
            await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Job-UUID", Job));
        }

        time.Advance(TimeSpan.FromMinutes(100));
        await using (ZStackSimulator second = await StartAsync(File, time))
        {
            using var client = new RawClient(second) { Session = session };
            Assert.Equal(404, (await client.GetAsync("v1/api-jobs/" + Job)).Status);
            Assert.Equal(200, (await client.GetAsync("v1/zones")).Status);
        }

        time.Advance(TimeSpan.FromMinutes(121));
        await using ZStackSimulator third = await StartAsync(File, time);
        using var late = new RawClient(third) { Session = session };
        Assert.Equal("ID.1001", (await late.GetAsync("v1/zones")).ErrorCode);
    }

    [Fact]
    public async Task An_ended_long_job_survives_and_a_running_one_is_interrupted_and_can_be_deleted()
    {
        string ended, running;
        await using (ZStackSimulator first = await StartAsync(File, new FakeTimeProvider()))
        {
            first.SetJobDelay("CreateVmInstance", TimeSpan.FromHours(1));
            using RawClient client = await new RawClient(first).LogInAsync();
            ended = await SubmitAsync(client, "APICreateZoneMsg");
            running = await SubmitAsync(client, "APICreateVmInstanceMsg");
        }

        await using ZStackSimulator second = await StartAsync(File);
        using RawClient again = await new RawClient(second).LogInAsync();

        Assert.Equal("Succeeded", await StateAsync(again, ended));
        Assert.Equal("Failed", await StateAsync(again, running));
        Assert.Equal(200, (await again.RunAsync("DELETE", $"v1/longjobs/{running}", null)).Status);

        static async Task<string> SubmitAsync(RawClient client, string name) =>
            (string)(await client.RunAsync("POST", "v1/longjobs", new JsonObject { ["params"] = new JsonObject { ["jobName"] = name, ["jobData"] = """{"name":"x"}""" } }.ToJsonString())).Json["inventory"]!["uuid"]!;

        static async Task<string> StateAsync(RawClient client, string uuid) => (string)(await client.GetAsync($"v1/longjobs/{uuid}")).Json["inventories"]![0]!["state"]!;
    }

    [Fact]
    public async Task Removed_data_is_removed_from_the_file()
    {
        await using (ZStackSimulator first = await StartAsync(File, configure: static options => (options.JobLimit, options.StartWithExamples) = (1, false)))
        {
            using RawClient client = await new RawClient(first).LogInAsync();
            for (int i = 0; i < 3; i++)
                await client.RunAsync("POST", "v1/zones", """{"params":{"name":"z"}}""");
            await client.DeleteAsync("v1/accounts/sessions/" + client.Session);
        }

        using var storage = new SqliteSimulatorStorage(File);
        Assert.Equal([("job", 1), ("resource", 3), ("simulator", 1)], storage.Load().CountBy(static record => record.Kind).OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void An_unusable_file_is_named_with_the_reason()
    {
        string text = Path.Combine(_folder, "text.db"), other = Path.Combine(_folder, "other.db");
        System.IO.File.WriteAllText(text, new string('x', 5000));
        using (var connection = new SqliteConnection($"Data Source={other};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE theirs (x TEXT)";
            command.ExecuteNonQuery();
        }

        using var used = new SqliteSimulatorStorage(File);

        Assert.Equal($"'{File}' is in use by another simulator.", Assert.Throws<IOException>(() => new SqliteSimulatorStorage(File)).Message);
        Assert.Equal($"'{text}' is not a database.", Assert.Throws<IOException>(() => new SqliteSimulatorStorage(text)).Message);
        Assert.Equal($"'{other}' is a database, but not the database of a ZStack simulator.", Assert.Throws<IOException>(() => new SqliteSimulatorStorage(other)).Message);
        string nowhere = Path.Combine(_folder, "no", "folder.db");
        Assert.Equal($"'{nowhere}' cannot be opened: its folder does not exist or is not writable.", Assert.Throws<IOException>(() => new SqliteSimulatorStorage(nowhere)).Message);
    }

    [Fact]
    public async Task A_storage_of_another_format_is_refused_and_closed()
    {
        using (var storage = new SqliteSimulatorStorage(File))
            storage.Save(new StoredRecord("simulator", "self", """{"version":99}"""));

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(File));

        Assert.Contains("its format is 99", refused.Message, StringComparison.Ordinal);
        System.IO.File.Delete(File);
        new SqliteSimulatorStorage(File).Dispose();
    }

    [Theory]
    [InlineData("UPDATE record SET json = '{' WHERE kind = 'resource'", "the stored resource")]
    [InlineData("UPDATE record SET json = 'null' WHERE kind = 'session'", "the stored session")]
    [InlineData("UPDATE record SET json = '{\"order\":1}' WHERE kind = 'resource'", "the stored resource")]
    [InlineData("UPDATE record SET json = '{\"account\":\"admin\",\"createDate\":\"yesterday\"}' WHERE kind = 'session'", "the stored session")]
    [InlineData("UPDATE record SET json = '{\"order\":[]}' WHERE kind = 'job'", "cannot be read: its member 'order' is not a whole number")]
    [InlineData("UPDATE record SET json = '{}' WHERE kind = 'job'", "cannot be read: its member 'order' is missing")]
    [InlineData("UPDATE record SET json = json_set(json, '$.api', NULL) WHERE kind = 'job'", "cannot be read: its member 'api' is not a text")]
    [InlineData("UPDATE record SET json = json_remove(json, '$.result') WHERE kind = 'job'", "cannot be read: its member 'result' is missing")]
    [InlineData("UPDATE record SET json = json_set(json, '$.succeeded', 'x') WHERE kind = 'job'", "cannot be read: its member 'succeeded' is not true or false")]
    [InlineData("UPDATE record SET json = json_set(json, '$.createDate', 'x') WHERE kind = 'job'", "cannot be read: its member 'createDate' is not a timestamp")]
    [InlineData("UPDATE record SET json = json_set(json, '$.body', 'x') WHERE kind = 'resource'", "cannot be read: its member 'body' is not a JSON object")]
    [InlineData("UPDATE record SET json = json_remove(json, '$.path') WHERE kind = 'resource'", "cannot be read: its member 'path' is missing")]
    [InlineData("UPDATE record SET json = '{\"version\":\"x\"}' WHERE kind = 'simulator'", "the stored simulator")]
    public async Task A_damaged_record_names_the_file_and_the_record(string damage, string named)
    {
        await using (ZStackSimulator first = await StartAsync(File))
        {
            using RawClient client = await new RawClient(first).LogInAsync();
            await client.RunAsync("POST", "v1/zones", """{"params":{"name":"z"}}""");
        }

        await using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts are constants of this test
            command.CommandText = damage;
#pragma warning restore CA2100
            Assert.True(await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) > 0);
        }

        Exception error = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => StartAsync(File));

        Assert.Contains($"'{File}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_names_itself()
    {
        await (await StartAsync(File)).DisposeAsync();
        byte[] bytes = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        bytes.AsSpan(4096).Fill(0x5A);
        await System.IO.File.WriteAllBytesAsync(File, bytes, TestContext.Current.CancellationToken);

        Exception error = await Assert.ThrowsAnyAsync<IOException>(() => StartAsync(File));

        Assert.Contains($"'{File}'", error.Message, StringComparison.Ordinal);
    }
}
