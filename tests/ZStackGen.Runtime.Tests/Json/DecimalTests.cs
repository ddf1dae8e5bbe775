using System;
using System.Collections.Generic;
using System.Globalization;
using Xunit;
using ZStack.Serialization;

namespace ZStack.Tests.Json;

/// <summary>Decimal numbers keep every digit, alone, in lists, in maps, and in maps of lists of structures.</summary>
public sealed class DecimalTests
{
    [Theory]
    [InlineData("1.10", "1.10")]
    [InlineData("12345678901234567890.123456789", "12345678901234567890.123456789")]
    [InlineData("\"0.1\"", "0.1")]
    [InlineData("1E-3", "0.001")]
    [InlineData("\"1.5e2\"", "150")]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    public void A_decimal_is_read_in_every_notation(string json, string? expected) =>
        Assert.Equal(expected, Read("{\"amount\":" + json + "}").Amount?.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("true")]
    [InlineData("\"x\"")]
    [InlineData("1e40")]
    public void A_value_that_is_not_a_decimal_is_refused_by_name(string json) =>
        Assert.Contains("$.amount is not a decimal number: ", Assert.Throws<ZStackProtocolException>(() => Read("{\"amount\":" + json + "}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Decimals_and_maps_of_lists_are_written_as_they_were_read()
    {
        const string Empty = "\"amounts\":[],\"byName\":{},\"byUuid\":{}";
        const string Json = "{\"amount\":1.10,\"amounts\":[0.1,2],\"byName\":{\"a\":3.30},\"byUuid\":{\"u\":[{\"amount\":1.0," + Empty + "},{" + Empty + "}],\"v\":[]}}";
        Assert.Equal(Json, ZStackJson.ToJson(Read(Json)));
    }

    private static Price Read(string json) => ZStackJson.Read(json, Price.Read, TimeZoneInfo.Utc);

    private sealed class Price : ZStackStructure
    {
        public decimal? Amount { get; private set; }

        private IReadOnlyList<decimal> Amounts { get; set; } = [];

        private IReadOnlyDictionary<string, decimal> ByName { get; set; } = new Dictionary<string, decimal>();

        private IReadOnlyDictionary<string, IReadOnlyList<Price>> ByUuid { get; set; } = new Dictionary<string, IReadOnlyList<Price>>();

        public static Price Read(ref JsonReader reader) => reader.ReadMembers(new Price());

        protected override bool ReadMember(ref JsonReader reader)
        {
            if (reader.NameIs("amount"u8))
                Amount = reader.Decimal();
            else if (reader.NameIs("amounts"u8))
                Amounts = reader.DecimalList();
            else if (reader.NameIs("byName"u8))
                ByName = reader.DecimalMap();
            else if (reader.NameIs("byUuid"u8))
                ByUuid = reader.Map(static (ref JsonReader r) => r.List(Read));
            else
                return base.ReadMember(ref reader);
            return true;
        }

        protected override void WriteMembers(ref JsonBodyWriter writer)
        {
            writer.Member("amount"u8, Amount);
            writer.Member("amounts"u8, Amounts);
            writer.Member("byName"u8, ByName);
            writer.Member("byUuid"u8, ByUuid);
        }
    }
}
