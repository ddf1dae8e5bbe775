using System;
using System.Text;
using System.Text.Json;
using Xunit;
using ZStack.Tests.Model;

namespace ZStack.Tests.Json;

/// <summary>A stored response is read as the result of its API.</summary>
public sealed class StoredResultTests
{
    private const string Json = """{"inventory":{"uuid":"u","createDate":"Nov 14, 2023 10:13:20 PM"},"success":true}""";

    [Fact]
    public void A_result_is_read_from_text_and_from_bytes()
    {
        StartVmInstanceAction.Result text = ZStackJson.ReadResult<StartVmInstanceAction.Result>(Json, TimeZoneInfo.Utc);
        StartVmInstanceAction.Result bytes = ZStackJson.ReadResult<StartVmInstanceAction.Result>(Encoding.UTF8.GetBytes(Json), TimeZoneInfo.Utc);
        Assert.Equal(("u", true), (text.Inventory!.Uuid, text.Success));
        Assert.Equal(ZStackJson.ToJson(text), ZStackJson.ToJson(bytes));
        Assert.Null(text.Response);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"inventory\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{\"inventory\":[1]}")]
    public void A_damaged_result_is_a_protocol_exception(string json) =>
        Assert.Throws<ZStackProtocolException>(() => ZStackJson.ReadResult<StartVmInstanceAction.Result>(json));

    [Fact]
    public void Null_is_refused() => Assert.Throws<ArgumentNullException>(() => ZStackJson.ReadResult<StartVmInstanceAction.Result>((string)null!));

    [Fact]
    public void A_result_is_part_of_other_JSON()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new ZStackJsonTypeInfoResolver(TimeZoneInfo.Utc).AddResult<StartVmInstanceAction.Result>() };
        StartVmInstanceAction.Result result = JsonSerializer.Deserialize<StartVmInstanceAction.Result>(Json, options)!;
        Assert.Equal("u", result.Inventory!.Uuid);
        Assert.Equal(ZStackJson.ToJson(result), JsonSerializer.Serialize(result, options));
    }
}
