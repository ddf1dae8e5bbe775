using System.Threading.Tasks;
using Refit;
using ZStack.Api;

namespace ZStackGen.OtherGenerators.Tests;

/// <summary>Refit's generator implements this interface; it can only if it sees the types of ZStackGen.</summary>
public interface IZoneApi
{
    [Get("/zones/{uuid}")]
    Task<ZoneInventory> GetZoneAsync(string uuid);
}
