using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Json;

/// <summary>A text that is not valid Unicode affects only its member, not the whole response.</summary>
public class InvalidTextTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"uuid":"a","name":"x\ud800y"}""", "name")]
    [InlineData("""{"uuid":"a","cpuNum":"\udc00"}""", "cpuNum")]
    [InlineData("""{"uuid":"a","createDate":"\ud800"}""", "createDate")]
    [InlineData("""{"uuid":"a","tags":["ok","\ud800"]}""", "tags")]
    [InlineData("""{"uuid":"a","x\ud800":"value"}""", @"x\ud800")]
    [InlineData("""{"uuid":"a","other":"\ud800"}""", "other")]
    public async Task Half_a_surrogate_pair_leaves_the_rest_readable(string vm, string member)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, "{\"inventories\":[" + vm + ",{\"uuid\":\"b\",\"name\":\"ok\"}]}") };
        await using var client = server.Client();
        var vms = await client.Query(VmInstanceInventory.Query).ToListAsync(Stop);
        Assert.Equal(["a", "b"], vms.Select(static v => v.Uuid));
        Assert.Null(vms[0].Name);
        Assert.Equal("ok", vms[1].Name);
        Assert.Equal([member], vms[0].UnknownMembers.Keys);
        Assert.Contains("\"uuid\":\"a\"", ZStackJson.ToJson(vms[0]), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"inventories":[{"uuid":"a"}],"schema":{"\ud800":"org.KVMHostInventory","inventories[0]":"org.KVMHostInventory"}}""")]
    [InlineData("""{"inventories":[{"uuid":"a"}],"schema":{"inventories[1]":"\ud800","inventories[0]":"org.KVMHostInventory"}}""")]
    [InlineData("""{"schema":{"inventories[1]":"\ud800","inventories[0]":"org.KVMHostInventory"},"inventories":[{"uuid":"a"}]}""")]
    [InlineData("""{"\ud800":1,"inventories":[{"uuid":"a"}],"schema":{"inventories[0]":"org.KVMHostInventory"},"y":1}""")]
    public async Task Half_a_surrogate_pair_beside_or_in_the_schema_leaves_the_classes_readable(string json)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, json) };
        await using var client = server.Client();
        Assert.IsType<KVMHostInventory>((await client.CallAsync(new QueryHostAction(), Stop)).Inventories.Single());
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_with_their_place_outside_of_a_call()
    {
        byte[] json = [.. "{\"uuid\":\"a\",\"name\":\"x"u8, 0xC3, 0x28, .. "\"}"u8];
        var e = Assert.Throws<ZStackProtocolException>(() => ZStackJson.Read(json, VmInstanceInventory.Read));
        Assert.StartsWith("JSON: $.name is not valid Unicode text", e.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"SYS.1007","details":"a\ud800","x\ud800":1,"description":"bad"}}""")]
    [InlineData("""{"error":{"code":"SYS.1007","details":"bad"},"x\ud800":1}""")]
    public async Task An_error_keeps_its_code(string error)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(503, error) };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackInvalidParameterException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, Stop));
        Assert.Contains("SYS.1007: bad", e.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"x\ud800":1,"error":{"code":"SYS.1007"}}""")]
    [InlineData("""{"err\ud800or":1,"error":{"code":"SYS.1007"}}""")]
    [InlineData("""{"error":{"co\ud800":"","code":"SYS.\ud800"}}""")]
    public async Task An_error_with_an_invalid_name_is_an_exception_of_the_client(string error)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(503, error) };
        await using var client = server.Client();
        await Assert.ThrowsAnyAsync<ZStackException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, Stop));
        server.Answer = _ => StubServer.Json(200, error);
        await Assert.ThrowsAnyAsync<ZStackException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
    }

    [Fact]
    public async Task An_error_is_reported_although_a_parameter_contains_JSON_with_an_invalid_text()
    {
        var server = new StubServer { Answer = static _ => StubServer.Error("SYS.1007", "no hunter22-long") };
        await using var client = server.Client();
        string data = """{"x\ud800":"\ud800","password":"hunter22-long"}""";
        var e = await Assert.ThrowsAsync<ZStackInvalidParameterException>(
            () => client.CallAsync(new ZStackRawAction("X", "POST", "/v1/x") { Parameters = { ["data"] = data } }, Stop));
        Assert.DoesNotContain("hunter22", e.Message, System.StringComparison.Ordinal);
    }
}
